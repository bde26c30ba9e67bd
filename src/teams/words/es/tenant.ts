export const tenant = {
  title: '¿Está listo el inquilino?',
  summary: 'Lo que su inquilino tiene listo para la escritura diferida de grupos',
  hybrid: 'Directorio',
  isHybrid: 'sincronizado con Active Directory',
  isNotHybrid: 'solo en la nube',
  engines: 'Motores',
  none: 'ninguno',
  organizationalUnit: 'OU de destino',
  unknown: 'sin configurar',
  lastSync: 'Última sinc.',
  ready: 'Todo está en su sitio.',
  readyForNow: (engines: string) =>
    `Por ahora las solicitudes funcionan, pero con algo que Microsoft ya no admite y que puede dejar de funcionar en cualquier momento: ${engines}`,
  notReady: 'Las solicitudes se rechazan hasta que se resuelva esto:',
  administratorsOnly:
    'Solo los administradores de Writeback pueden ver esto. Pregunte a uno de ellos.',
} as const;
