/**
 * How Teams draws cards, after samples/HostConfig/microsoft-teams-light.json and -dark.json of the repository
 * microsoft/AdaptiveCards (MIT). The colours are names of variables in cards.css, so that a change of theme needs no
 * new drawing and nobody loses what they typed.
 */
export const teamsHostConfig = {
  choiceSetInputValueSeparator: ',',
  supportsInteractivity: true,
  fontTypes: { default: fontOf('var(--font)'), monospace: fontOf('var(--font-code)') },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--card-line)' },
  textStyles: {
    heading: {
      fontType: 'default',
      size: 'large',
      weight: 'bolder',
      color: 'default',
      isSubtle: false,
    },
  },
  textBlock: { headingLevel: 2 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: containerOf('var(--card-surface)'),
    emphasis: containerOf('var(--card-emphasis)'),
    accent: containerOf('var(--card-accent-surface)'),
    good: containerOf('var(--card-good-surface)'),
    attention: containerOf('var(--card-attention-surface)'),
    warning: containerOf('var(--card-warning-surface)'),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'bolder', spacing: 'small' },
    debounceTimeInMilliSeconds: 200,
    allowDynamicallyFilteredChoiceSet: true,
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    preExpandSingleShowCardAction: false,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 16,
  },
} as const;

function fontOf(fontFamily: string): object {
  return {
    fontFamily,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
  };
}

function containerOf(backgroundColor: string): object {
  const foregroundColors = {
    default: { default: 'var(--card-text)', subtle: 'var(--card-subtle)' },
    dark: { default: 'var(--card-dark)', subtle: 'var(--card-dark)' },
    light: { default: 'var(--card-light)', subtle: 'var(--card-light)' },
    accent: { default: 'var(--card-accent)', subtle: 'var(--card-accent)' },
    good: { default: 'var(--card-good)', subtle: 'var(--card-good)' },
    warning: { default: 'var(--card-warning)', subtle: 'var(--card-warning)' },
    attention: { default: 'var(--card-attention)', subtle: 'var(--card-attention)' },
  };
  return { backgroundColor, borderColor: 'var(--card-line)', foregroundColors };
}
