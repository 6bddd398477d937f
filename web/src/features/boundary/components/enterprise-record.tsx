import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Descriptions, Typography } from 'antd';
import { enterpriseQuery } from '@/shared/api/get-enterprise';
import { methodsQuery } from '@/shared/api/list-methods';
import { type BoundaryUnit } from '@/shared/api/list-units';
import { useScope } from '@/shared/api/use-scope';
import { sectorName } from '@/shared/i18n/sectors';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { boundaryTexts } from '../boundary-texts';
import { inYear } from '../model/unit-tree';

/** The root of the tree: who reports, by which methods, and the boundary in words. */
export function EnterpriseRecord({ units }: { units: readonly BoundaryUnit[] }) {
  const t = useText(boundaryTexts);
  const shared = useText(sharedTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { enterpriseId, year } = useScope();
  const enterprise = useSuspenseQuery(enterpriseQuery(enterpriseId)).data;
  const methods = useQuery(methodsQuery);
  const methodNames =
    enterprise.methods.map((id) => methods.data?.find((one) => one.id === id)?.number ?? id).join(', ') ||
    '—';
  const count = (kind: BoundaryUnit['kind']) =>
    units.filter((unit) => unit.kind === kind && inYear(unit, year)).length;
  const other = locale === 'en' ? enterprise.name.zh : enterprise.name.en;
  return (
    <>
      <Typography.Title level={2} style={{ marginTop: 0, marginBottom: 2 }}>
        {pick(enterprise.name)}
      </Typography.Title>
      <Typography.Paragraph type="secondary">{other}</Typography.Paragraph>
      <Descriptions
        column={2}
        size="small"
        colon={false}
        styles={{ label: { width: 128 } }}
        items={[
          { key: 'sector', label: t('enterprise.sector'), children: sectorName(enterprise.sector, shared) },
          { key: 'code', label: t('enterprise.creditCode'), children: enterprise.creditCode ?? '—' },
          { key: 'industry', label: t('enterprise.industryCode'), children: enterprise.industryCode || '—' },
          { key: 'methods', label: t('enterprise.methods'), children: methodNames },
          { key: 'address', label: t('enterprise.address'), children: enterprise.address || '—', span: 2 },
          {
            key: 'units',
            label: t('enterprise.units', { year: String(year) }),
            children: t('enterprise.unitCounts', {
              sites: count('SITE'),
              processes: count('PROCESS'),
              facilities: count('FACILITY'),
            }),
            span: 2,
          },
          {
            key: 'boundary',
            label: t('enterprise.boundary'),
            children: <span style={{ maxWidth: 720, lineHeight: 1.7 }}>{enterprise.boundary || '—'}</span>,
            span: 2,
          },
        ]}
      />
    </>
  );
}
