import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Typography } from 'antd';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { parametersQuery } from '@/shared/api/list-parameters';
import { parameterName } from '@/shared/api/parameter-name';
import { unitsQuery } from '@/shared/api/list-units';
import { useSession } from '@/shared/api/session';
import { type Scope, scopePath, useScopeOrNull } from '@/shared/api/use-scope';
import { textOf } from '@/shared/i18n/text';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { frameTexts } from './frame-texts';
import { findHits, type Hit, traceIdIn } from './search-hits';
import { usePages } from './use-pages';
import { latestYear } from './years';
import './search-palette.css';

/** Ctrl K: pages, units, parameters, enterprises, and figures by their trace id. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const t = useText(frameTexts);
  const navigate = useNavigate();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const hits = findHits(useCandidates(query), query);

  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate(hit.path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(hits[at]);
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={600}
      style={{ top: 96 }}
      title={null}
      destroyOnHidden
    >
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<SearchOutlined />}
        placeholder={t('search.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? `${listId}-${at}` : undefined}
        aria-label={t('search')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t('search')} className="th-hits">
        {hits.map((hit, index) => (
          <li
            key={hit.path + hit.title}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className="th-hit"
            onMouseMove={() => setAt(index)}
            onClick={() => go(hit)}
          >
            <span className="th-hit-title">{hit.title}</span>
            {hit.detail && <span className="th-hit-detail">{hit.detail}</span>}
            <span className="th-hit-kind">{t(`search.${hit.kind}`)}</span>
          </li>
        ))}
        {hits.length === 0 && query.trim() !== '' && (
          <li className="th-hit-none">{t('search.nothing', { query })}</li>
        )}
      </ul>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {t('search.hint')}
      </Typography.Text>
    </Modal>
  );
}

function useCandidates(query: string): readonly Hit[] {
  const pages = usePages();
  const { enterprises } = useSession();
  const scope = useScopeOrNull();
  const { locale } = useLocale();
  const pick = usePick();
  const t = useText(frameTexts);
  const inScope = useScopeCandidates(scope);
  return useMemo(() => {
    const trace = traceIdIn(query);
    return [
      ...(trace && scope
        ? [
            {
              kind: 'figures' as const,
              title: t('search.openTrace', { figure: trace.split('~')[1] ?? trace }),
              words: query,
              path: `${scopePath(scope.enterpriseId, scope.year)}?trace=${encodeURIComponent(trace)}`,
            },
          ]
        : []),
      ...pages.map(({ feature, path }) => ({
        kind: 'pages' as const,
        title: textOf(feature.texts, locale, 'nav.title'),
        words: textOf(feature.texts, locale, 'nav.words'),
        path,
      })),
      ...inScope,
      ...enterprises
        .filter(({ id }) => id !== scope?.enterpriseId)
        .map((one) => ({
          kind: 'enterprises' as const,
          title: pick(one.name),
          words: one.name.en,
          path: scopePath(one.id, latestYear(one)),
        })),
    ];
  }, [query, scope, pages, inScope, enterprises, locale, pick, t]);
}

function useScopeCandidates(scope: Scope | null): readonly Hit[] {
  const { locale } = useLocale();
  const enterpriseId = scope?.enterpriseId ?? '';
  const units = useQuery({ ...unitsQuery(enterpriseId), enabled: scope !== null });
  const parameters = useQuery({
    ...parametersQuery(enterpriseId, scope?.year ?? 0),
    enabled: scope !== null,
  });
  return useMemo(() => {
    if (!scope) return [];
    return [
      ...(units.data ?? []).map((unit) => ({
        kind: 'units' as const,
        title: locale === 'en' && unit.nameEn ? unit.nameEn : unit.name,
        words: `${unit.name} ${unit.nameEn ?? ''} ${unit.code ?? ''}`,
        path: `${scopePath(scope.enterpriseId, scope.year, 'boundary')}?unit=${unit.id}`,
      })),
      ...(parameters.data ?? []).map((parameter) => ({
        kind: 'parameters' as const,
        title: parameterName(parameter, locale),
        detail: [parameter.sheet, ...parameter.labels].filter(Boolean).join(' · '),
        words: [
          parameterName(parameter, 'zh-CN'),
          parameterName(parameter, 'en'),
          parameter.sheet,
          ...parameter.labels,
        ].join(' '),
        path: `${scopePath(scope.enterpriseId, scope.year, 'parameters')}?q=${encodeURIComponent(parameterName(parameter, locale))}`,
      })),
    ];
  }, [scope, units.data, parameters.data, locale]);
}
