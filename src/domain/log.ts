/** Constant messages with fields; ids only, never names, card bodies or secrets. pino fits it. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
