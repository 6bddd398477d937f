import { Alert, Flex, Typography } from 'antd';
import { useText } from '@/shared/i18n/use-locale';
import { type DataColumn } from '@/shared/ui/data-table';
import { type LibraryFactor } from '../api/library';
import { factorTexts } from '../factor-texts';
import { LibraryTable } from './library-table';

const ELECTRICITY = 'common/electricity/';
const GREEN = 'non-fossil';
const BASES = ['average', 'excluding-market-nonfossil', 'fossil', 'ets-constant', 'non-fossil'] as const;

/** Grid factors by year, region and purpose, with green power beside them and the rule about it. */
export function GridTab({ factors }: { readonly factors: readonly LibraryFactor[] }) {
  const t = useText(factorTexts);
  const grid = factors.filter(({ table }) => table.startsWith(ELECTRICITY));
  const basisName = (basis: string | null | undefined) => {
    const known = BASES.find((one) => one === basis);
    return t(known ? `grid.basis.${known}` : 'grid.basis.other');
  };
  const basis: DataColumn<LibraryFactor> = {
    key: 'basis',
    title: t('grid.basis'),
    text: (factor) => basisName(factor.basis),
    filterValues: (factor) => [factor.basis ?? ''],
    filters: BASES.map((value) => ({ value, label: t(`grid.basis.${value}`) })),
  };
  return (
    <Flex vertical gap={16}>
      <Alert type="info" showIcon title={t('grid.rule')} />
      <LibraryTable
        label={t('tab.grid')}
        urlPrefix="g."
        factors={grid.filter((factor) => factor.basis !== GREEN)}
        extraColumns={[basis]}
        hidden={['column']}
      />
      <Typography.Title level={2} style={{ fontSize: 15, margin: 0 }}>
        {t('grid.green')}
      </Typography.Title>
      <LibraryTable
        label={t('grid.green')}
        urlPrefix="n."
        factors={grid.filter((factor) => factor.basis === GREEN)}
        extraColumns={[basis]}
        hidden={['column', 'year', 'region']}
      />
    </Flex>
  );
}
