// Sets the colour scheme before the first paint; the app's own switch writes the same key.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => {
    try {
      return localStorage.getItem('leadpulse-scheme');
    } catch {
      return null;
    }
  };
  const apply = () => {
    const choice = chosen();
    const isDark = choice === 'dark' || (choice !== 'light' && dark.matches);
    document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
  };
  apply();
  dark.addEventListener('change', apply);
})();
