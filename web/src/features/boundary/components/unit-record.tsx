import { EditOutlined, PlusOutlined, StopOutlined } from '@ant-design/icons';
import { Breadcrumb, Button, Descriptions, Space, Table, Tabs, Typography } from 'antd';
import { useState } from 'react';
import { type BoundaryUnit, type TechnicalParameter } from '@/shared/api/list-units';
import { formatDate } from '@/shared/format/time';
import { formatUnit } from '@/shared/format/unit';
import { useScope } from '@/shared/api/use-scope';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { StateTag } from '@/shared/ui/state-tag';
import { boundaryTexts } from '../boundary-texts';
import { inYear, kindsBelow, pathOf } from '../model/unit-tree';
import { unitName } from '../model/unit-name';
import { EndUnitDialog } from './end-unit-dialog';
import { UnitHistory } from './unit-history';

interface UnitRecordProps {
  readonly unit: BoundaryUnit;
  readonly units: readonly BoundaryUnit[];
  readonly editable: boolean;
  readonly onEdit: () => void;
  readonly onAdd: () => void;
}

export function UnitRecord({ unit, units, editable, onEdit, onAdd }: UnitRecordProps) {
  const t = useText(boundaryTexts);
  const { locale } = useLocale();
  const { year } = useScope();
  const [ending, setEnding] = useState(false);
  const path = pathOf(units, unit).slice(0, -1);
  return (
    <>
      {path.length > 0 && <Breadcrumb items={path.map((one) => ({ title: unitName(one, locale) }))} />}
      <div style={{ display: 'flex', alignItems: 'center', gap: 10, marginBlock: '4px 12px' }}>
        <Typography.Title level={2} style={{ margin: 0 }}>
          {unitName(unit, locale)}
        </Typography.Title>
        {inYear(unit, year) ? (
          <StateTag tone="good">{t('state.inBoundary')}</StateTag>
        ) : (
          <StateTag tone="neutral" icon={<StopOutlined />}>
            {t('state.ended')}
          </StateTag>
        )}
        {editable && (
          <Space style={{ marginInlineStart: 'auto' }}>
            {kindsBelow(unit.kind).length > 0 && (
              <Button icon={<PlusOutlined />} onClick={onAdd}>
                {t('add.below')}
              </Button>
            )}
            <Button icon={<EditOutlined />} onClick={onEdit}>
              {t('edit')}
            </Button>
            {unit.validTo === null && (
              <Button icon={<StopOutlined />} onClick={() => setEnding(true)}>
                {t('end')}
              </Button>
            )}
          </Space>
        )}
      </div>
      <Descriptions
        column={2}
        size="small"
        colon={false}
        styles={{ label: { width: 112 } }}
        items={[
          { key: 'kind', label: t('field.kind'), children: t(`kind.${unit.kind}`) },
          { key: 'code', label: t('field.code'), children: unit.code ?? '—' },
          { key: 'name', label: t('field.name'), children: unit.name },
          { key: 'nameEn', label: t('field.nameEn'), children: unit.nameEn || '—' },
          { key: 'from', label: t('field.validFrom'), children: formatDate(unit.validFrom) },
          {
            key: 'to',
            label: t('field.validTo'),
            children: unit.validTo === null ? t('field.openEnded') : formatDate(unit.validTo),
          },
        ]}
      />
      <Tabs
        style={{ marginTop: 8 }}
        items={[
          {
            key: 'parameters',
            label: t('tab.parameters'),
            children: <TechnicalParameters parameters={unit.technicalParameters} />,
          },
          { key: 'history', label: t('tab.history'), children: <UnitHistory unit={unit} /> },
        ]}
      />
      {ending && <EndUnitDialog unit={unit} onClose={() => setEnding(false)} />}
    </>
  );
}

function TechnicalParameters({ parameters }: { parameters: readonly TechnicalParameter[] }) {
  const t = useText(boundaryTexts);
  const { locale } = useLocale();
  if (parameters.length === 0)
    return <Typography.Text type="secondary">{t('parameters.none')}</Typography.Text>;
  return (
    <Table<TechnicalParameter>
      size="small"
      pagination={false}
      rowKey="name"
      dataSource={parameters}
      style={{ maxWidth: 560 }}
      columns={[
        { title: t('parameters.name'), dataIndex: 'name' },
        { title: t('parameters.value'), dataIndex: 'value', align: 'right', width: 140 },
        { title: t('parameters.unit'), render: (_, { unit }) => formatUnit(unit, locale), width: 140 },
      ]}
    />
  );
}
