import {
  BankOutlined,
  BuildOutlined,
  EnvironmentOutlined,
  SearchOutlined,
  ToolOutlined,
} from '@ant-design/icons';
import { Checkbox, Input, Tree, type TreeDataNode, Typography } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { type BoundaryUnit, type UnitKind } from '@/shared/api/list-units';
import { useScope } from '@/shared/api/use-scope';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { boundaryTexts } from '../boundary-texts';
import { inYear, pathOf, treeOf, type UnitNode } from '../model/unit-tree';
import { unitName } from '../model/unit-name';

const ROOT = 'enterprise';

const ICON: Readonly<Record<UnitKind, ReactNode>> = {
  SITE: <EnvironmentOutlined />,
  PROCESS: <BuildOutlined />,
  FACILITY: <ToolOutlined />,
};

interface UnitTreeProps {
  readonly units: readonly BoundaryUnit[];
  readonly selectedId: string | null;
  /** The empty text is the enterprise itself. */
  readonly onSelect: (id: string) => void;
}

export function UnitTree({ units, selectedId, onSelect }: UnitTreeProps) {
  const t = useText(boundaryTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { enterprise, year } = useScope();
  const [query, setQuery] = useState('');
  const [ended, setEnded] = useState(false);
  const [collapsed, setCollapsed] = useState<readonly string[]>([]);

  const shown = useMemo(() => {
    const valid = units.filter((unit) => ended || inYear(unit, year));
    const words = query.trim().toLowerCase();
    if (words === '') return valid;
    const hits = valid.filter((unit) =>
      `${unit.name} ${unit.nameEn} ${unit.code}`.toLowerCase().includes(words),
    );
    const kept = new Set(hits.flatMap((unit) => pathOf(valid, unit).map(({ id }) => id)));
    return valid.filter(({ id }) => kept.has(id));
  }, [units, ended, year, query]);

  const node = ({ unit, children }: UnitNode): TreeDataNode => ({
    key: unit.id,
    icon: ICON[unit.kind],
    title: (
      <span>
        {unitName(unit, locale)}
        <Typography.Text type="secondary" style={{ marginInlineStart: 6, fontSize: 12 }}>
          {inYear(unit, year) ? unit.code : t('ended.short')}
        </Typography.Text>
      </span>
    ),
    children: children.map(node),
  });
  const tree: TreeDataNode[] = [
    { key: ROOT, icon: <BankOutlined />, title: pick(enterprise.name), children: treeOf(shown).map(node) },
  ];
  const expanded = [ROOT, ...shown.map(({ id }) => id)].filter((key) => !collapsed.includes(key));
  return (
    <>
      <Input
        allowClear
        prefix={<SearchOutlined />}
        placeholder={t('tree.search')}
        aria-label={t('tree.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <Tree
        showIcon
        blockNode
        aria-label={t('tree')}
        treeData={tree}
        style={{ marginBlock: 8 }}
        selectedKeys={[selectedId ?? ROOT]}
        expandedKeys={expanded}
        onExpand={(keys) =>
          setCollapsed([ROOT, ...shown.map(({ id }) => id)].filter((key) => !keys.includes(key)))
        }
        onSelect={(_, { node: { key } }) => onSelect(key === ROOT ? '' : String(key))}
      />
      <Checkbox checked={ended} onChange={(event) => setEnded(event.target.checked)}>
        {t('tree.ended')}
      </Checkbox>
    </>
  );
}
