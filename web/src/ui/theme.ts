import { createTheme, defaultVariantColorsResolver } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from '@mantine/core';

const pulse: MantineColorsTuple = [
  '#eefbf8',
  '#d6f5ee',
  '#aeeadd',
  '#7ddbca',
  '#44c7b3',
  '#159e8e',
  '#0f8a7c',
  '#0c7268',
  '#0a6159',
  '#0a4a44',
];

const gray: MantineColorsTuple = [
  '#f8fafa',
  '#f1f4f4',
  '#e7ebeb',
  '#dde3e3',
  '#c5cdcd',
  '#84908f',
  '#566060',
  '#434c4c',
  '#2a3232',
  '#151b1b',
];

const dark: MantineColorsTuple = [
  '#dde5e4',
  '#b9c4c3',
  '#96a3a2',
  '#7b8887',
  '#333d3d',
  '#273030',
  '#1b2222',
  '#131818',
  '#0c1010',
  '#080b0b',
];

/** Filled in our two colours: the text that goes with them differs by scheme, so it is a token too. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const color = input.color ?? input.theme.primaryColor;
  const resolved = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return resolved;
  if (color === 'pulse') return { ...resolved, color: 'var(--lp-on-accent)' };
  if (color !== 'red') return resolved;
  return {
    ...resolved,
    background: 'var(--lp-danger)',
    hover: 'color-mix(in srgb, var(--lp-danger) 88%, var(--lp-text))',
    color: 'var(--lp-on-danger)',
  };
};

/** What opens over the page belongs to its main landmark; fixed, so that nothing clips it. */
const inMain = { portalProps: { target: '#main' }, floatingStrategy: 'fixed' } as const;

/** The page itself never scrolls, so nothing has to hold it; Mantine would do that by a `<style>`, which our policy refuses. */
const unlocked = { lockScroll: false } as const;

/** 14 px base, one radius, one accent; black or white on a filled ground by contrast (4.5:1 either way). */
export const theme = createTheme({
  primaryColor: 'pulse',
  primaryShade: { light: 7, dark: 5 },
  colors: { pulse, gray, dark },
  variantColorResolver,
  autoContrast: true,
  luminanceThreshold: 0.18,
  fontFamily: 'var(--lp-font)',
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1.0625rem' }, h3: { fontSize: '0.9375rem' } },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Menu: {
      defaultProps: { shadow: 'md', withInitialFocusPlaceholder: false, transitionProps: { duration: 90 } },
    },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 90 }, ...inMain } },
    Modal: { defaultProps: { transitionProps: { duration: 120 }, centered: true, ...unlocked } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 }, ...unlocked } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--lp-surface)',
  '--mantine-color-text': 'var(--lp-text)',
  '--mantine-color-dimmed': 'var(--lp-dim)',
  '--mantine-color-placeholder': 'var(--lp-dim)',
  '--mantine-color-anchor': 'var(--lp-accent-text)',
  '--mantine-color-error': 'var(--lp-danger)',
  '--mantine-color-default': 'var(--lp-surface)',
  '--mantine-color-default-hover': 'var(--lp-hover)',
  '--mantine-color-default-color': 'var(--lp-text)',
  '--mantine-color-default-border': 'var(--lp-border)',
  '--mantine-color-pulse-text': 'var(--lp-accent-text)',
  '--mantine-color-pulse-filled': 'var(--lp-accent)',
  '--mantine-color-pulse-filled-hover': 'var(--lp-accent-hover)',
  '--mantine-color-pulse-light': 'var(--lp-accent-soft)',
  '--mantine-color-pulse-light-hover': 'var(--lp-accent-soft)',
  '--mantine-color-pulse-light-color': 'var(--lp-accent-text)',
  '--mantine-color-gray-text': 'var(--lp-dim)',
  '--mantine-color-gray-light-color': 'var(--lp-text)',
  '--mantine-color-red-text': 'var(--lp-danger)',
  '--mantine-color-red-light': 'var(--lp-danger-soft)',
  '--mantine-color-red-light-color': 'var(--lp-danger)',
  '--mantine-color-yellow-light': 'var(--lp-warn-soft)',
  '--mantine-color-yellow-light-color': 'var(--lp-warn)',
  '--mantine-color-green-light': 'var(--lp-ok-soft)',
  '--mantine-color-green-light-color': 'var(--lp-ok)',
  '--mantine-shadow-sm': 'var(--lp-shadow)',
  '--mantine-shadow-md': 'var(--lp-shadow)',
  '--mantine-shadow-xl': 'var(--lp-shadow)',
};

/** Mantine draws with our tokens: one list of colours for the pages with Mantine and those without. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: { ...shared, '--mantine-color-default': 'var(--lp-raised)' },
});
