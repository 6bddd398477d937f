import { ApiProblem } from '@/shared/api/problem';
import { type Locale } from '@/shared/i18n/locale';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { textOf } from '@/shared/i18n/text';
import { pick } from '@/shared/i18n/use-locale';

type Kind = 'network' | 'server' | 'forbidden' | 'notFound' | 'conflict' | 'unknown';

function kindOf(problem: ApiProblem): Kind {
  if (problem.status === 0) return 'network';
  if (problem.status >= 500) return 'server';
  if (problem.status === 403) return 'forbidden';
  if (problem.status === 404) return 'notFound';
  return problem.status === 409 || problem.status === 412 ? 'conflict' : 'unknown';
}

/** What went wrong and what to do, from whatever was thrown; the server's own words come first. */
export function problemText(error: unknown, locale: Locale): { title: string; todo: string | null } {
  if (!(error instanceof ApiProblem)) {
    return {
      title: textOf(sharedTexts, locale, 'error.screen'),
      todo: textOf(sharedTexts, locale, 'error.screen.todo'),
    };
  }
  if (error.text && error.status < 500) return { title: pick(error.text, locale), todo: null };
  const kind = kindOf(error);
  return {
    title: textOf(sharedTexts, locale, `error.${kind}`),
    todo: textOf(sharedTexts, locale, `error.${kind}.todo`),
  };
}
