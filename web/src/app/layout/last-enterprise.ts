const STORAGE_KEY = 'tanheng.enterprise';

export function lastEnterprise(): string | null {
  return window.localStorage.getItem(STORAGE_KEY);
}

export function rememberEnterprise(id: string): void {
  window.localStorage.setItem(STORAGE_KEY, id);
}
