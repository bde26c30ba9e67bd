import { z } from 'zod';
import { type Group, type GroupKind, OnPremisesGroupType } from '../domain/group.ts';
import { GroupId } from '../domain/ids.ts';

/** What v1.0 knows of a group and we use. */
export const groupFields =
  'id,displayName,mail,mailNickname,groupTypes,mailEnabled,securityEnabled,onPremisesSyncEnabled,isAssignableToRole';

const Fields = z.object({
  id: GroupId,
  displayName: z.string(),
  mail: z.string().nullish(),
  mailNickname: z.string().nullish(),
  groupTypes: z.array(z.string()),
  mailEnabled: z.boolean().nullish(),
  securityEnabled: z.boolean().nullish(),
  onPremisesSyncEnabled: z.boolean().nullish(),
  isAssignableToRole: z.boolean().nullish(),
  /** Beta only. */
  writebackConfiguration: z
    .object({ isEnabled: z.boolean().nullish(), onPremisesGroupType: z.string().nullish() })
    .nullish(),
});

export const GroupAnswer = Fields.transform(toGroup);

function toGroup(answer: z.infer<typeof Fields>): Group {
  return {
    id: answer.id,
    displayName: answer.displayName,
    mail: answer.mail ?? undefined,
    mailNickname: answer.mailNickname ?? undefined,
    kind: toKind(answer),
    isDynamic: answer.groupTypes.includes('DynamicMembership'),
    isSynced: answer.onPremisesSyncEnabled === true,
    isRoleAssignable: answer.isAssignableToRole === true,
    writeback: {
      isEnabled: answer.writebackConfiguration?.isEnabled ?? undefined,
      onPremisesGroupType: toOnPremisesType(answer.writebackConfiguration?.onPremisesGroupType),
    },
  };
}

function toKind(answer: z.infer<typeof Fields>): GroupKind {
  if (answer.groupTypes.includes('Unified')) {
    return 'microsoft-365';
  }
  if (answer.mailEnabled !== true) {
    return 'security';
  }
  return answer.securityEnabled === true ? 'mail-enabled-security' : 'distribution';
}

/** Some clients write the type in other cases, and Graph gives it back as it was written. */
function toOnPremisesType(text: string | null | undefined): OnPremisesGroupType | undefined {
  return OnPremisesGroupType.options.find((type) => type.toLowerCase() === text?.toLowerCase());
}
