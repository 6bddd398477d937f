import { PlusOutlined } from '@ant-design/icons';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { type BoundaryUnit, unitsQuery } from '@/shared/api/list-units';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { UnsavedGuard } from '@/shared/ui/unsaved-guard';
import { useUrlState } from '@/shared/ui/use-url-state';
import { boundaryTexts } from '../boundary-texts';
import { EnterpriseRecord } from '../components/enterprise-record';
import { UnitForm } from '../components/unit-form';
import { UnitRecord } from '../components/unit-record';
import { UnitTree } from '../components/unit-tree';

const urlSchema = z.object({ unit: z.string().catch('').default('') });

/** What the right half shows: a record, or a form for a new unit below one, or for an existing one. */
type Mode =
  | { readonly kind: 'record' }
  | { readonly kind: 'add'; readonly parent: BoundaryUnit | null }
  | { readonly kind: 'edit' };

const RECORD: Mode = { kind: 'record' };

/** The boundary of the accounting: sites, processes, facilities, each with its technical parameters. */
export function BoundaryPage() {
  const t = useText(boundaryTexts);
  const may = useMay();
  const { enterpriseId } = useScope();
  const units = useSuspenseQuery(unitsQuery(enterpriseId)).data;
  const [url, setUrl] = useUrlState(urlSchema);
  const [mode, setMode] = useState<Mode>(RECORD);
  const [dirty, setDirty] = useState(false);
  const selected = units.find(({ id }) => id === url.unit) ?? null;
  const editable = may('BOUNDARY_EDIT');

  const show = (next: Mode) => {
    setDirty(false);
    setMode(next);
  };
  const select = (id: string) => {
    show(RECORD);
    setUrl({ unit: id });
  };
  return (
    <>
      <UnsavedGuard dirty={dirty} />
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={
          editable && (
            <Button icon={<PlusOutlined />} onClick={() => show({ kind: 'add', parent: null })}>
              {t('add.site')}
            </Button>
          )
        }
      />
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: 'minmax(280px, 360px) minmax(0, 1fr)',
          gap: 16,
          alignItems: 'start',
        }}
      >
        <Card styles={{ body: { padding: 12 } }}>
          <UnitTree units={units} selectedId={selected?.id ?? null} onSelect={select} />
        </Card>
        <Card>
          {mode.kind === 'record' && selected === null && <EnterpriseRecord units={units} />}
          {mode.kind === 'record' && selected !== null && (
            <UnitRecord
              key={selected.id}
              unit={selected}
              units={units}
              editable={editable}
              onEdit={() => show({ kind: 'edit' })}
              onAdd={() => show({ kind: 'add', parent: selected })}
            />
          )}
          {mode.kind !== 'record' && (
            <UnitForm
              key={mode.kind === 'add' ? `below-${mode.parent?.id}` : selected?.id}
              unit={mode.kind === 'edit' ? selected : null}
              parent={
                mode.kind === 'add'
                  ? mode.parent
                  : (units.find(({ id }) => id === selected?.parentId) ?? null)
              }
              units={units}
              onDirty={setDirty}
              onCancel={() => show(RECORD)}
              onSaved={select}
            />
          )}
        </Card>
      </div>
    </>
  );
}
