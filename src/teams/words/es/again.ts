/** Asking once more for what was asked for before. */
export const again = {
  below: 'El formulario está en nuestro chat privado, rellenado como la vez anterior.',
  hint: (id: string) =>
    `Rellenado como ${id}. Cambie lo que haya cambiado; un aprobador decide de nuevo.`,
  none: 'Todavía no ha solicitado nada. Escriba “solicitud” para empezar.',
} as const;
