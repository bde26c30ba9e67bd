export const tenant = {
  title: 'Is the tenant ready?',
  summary: 'What your tenant has ready for group writeback',
  hybrid: 'Directory',
  isHybrid: 'synchronised with Active Directory',
  isNotHybrid: 'cloud only',
  engines: 'Engines',
  none: 'none found',
  organizationalUnit: 'Target OU',
  unknown: 'not configured',
  lastSync: 'Last sync',
  ready: 'Everything is in place.',
  readyForNow: (engines: string) =>
    `Requests go through at present, but by something that Microsoft no longer supports and that can stop at any time: ${engines}`,
  notReady: 'Requests are refused until this is mended:',
  administratorsOnly: 'Only administrators of Writeback can see this. Ask one of them.',
} as const;
