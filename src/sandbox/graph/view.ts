import type { JsonObject } from './json.ts';
import type { Expansion } from './query.ts';
import { refuse } from './refusal.ts';

/** One entity as a caller may see it. */
export interface View {
  /** The type's name without `microsoft.graph.`. */
  readonly type: string;
  /** Everything that can be selected, values that are not set included. */
  readonly properties: JsonObject;
  /** What is shown without `$select`; everything when absent. */
  readonly shown?: readonly string[];
  /** What can be expanded; worked out only when it is. */
  readonly related?: Readonly<Record<string, () => View | readonly View[] | null>>;
  /** Says the type in the answer, for collections of mixed types. */
  readonly typed?: true;
}

interface Shape {
  readonly select?: readonly string[];
  readonly expand?: readonly Expansion[];
}

/** The JSON of a view under `$select` and `$expand`. Raises 400 for names the type does not have. */
export function render(view: View, shape: Shape): JsonObject {
  const shown = shape.select ?? view.shown;
  const properties = shown === undefined ? view.properties : choose(view, shown);
  const type = view.typed === true ? { '@odata.type': `#microsoft.graph.${view.type}` } : {};
  if (shape.expand === undefined) {
    return { ...type, ...properties };
  }
  return { ...type, ...properties, ...expandAll(view, shape.expand) };
}

function choose(view: View, names: readonly string[]): JsonObject {
  const chosen: Record<string, unknown> = {};
  for (const name of names) {
    if (name === '*') {
      Object.assign(chosen, view.properties);
    } else if (name in view.properties) {
      chosen[name] = view.properties[name];
    } else if (view.related?.[name] === undefined) {
      throw unknownName(name, view.type);
    }
  }
  return chosen;
}

function expandAll(view: View, expansions: readonly Expansion[]): JsonObject {
  const expanded: Record<string, unknown> = {};
  for (const expansion of expansions) {
    const relation = view.related?.[expansion.name];
    if (relation === undefined) {
      throw unknownName(expansion.name, view.type);
    }
    const found = relation();
    expanded[expansion.name] = isMany(found)
      ? found.map((item) => render(item, expansion))
      : found && render(found, expansion);
  }
  return expanded;
}

function isMany(found: View | readonly View[] | null): found is readonly View[] {
  return Array.isArray(found);
}

function unknownName(name: string, type: string): Error {
  const message = `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`;
  return refuse(400, 'BadRequest', message);
}

/** Reads a path such as `assignment/target/objectId`, following relations to one entity. */
export function readView(view: View, path: string): unknown {
  const at = path.indexOf('/');
  if (at < 0) {
    return view.properties[path];
  }
  const relation = view.related?.[path.slice(0, at)];
  const found = relation?.();
  if (found === undefined || found === null || isMany(found)) {
    return undefined;
  }
  return readView(found, path.slice(at + 1));
}
