import { type Factor } from '@/shared/api/list-methods';
import { type Parameter } from '@/shared/api/list-parameters';
import { parameterName } from '@/shared/api/parameter-name';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type Binding } from '../api/method-plans';
import { methodPlanTexts } from '../method-plan-texts';

interface BindingTextProps {
  readonly binding: Binding;
  readonly parameters: readonly Parameter[];
  readonly factors: readonly Factor[];
}

/** Where an input takes its value from, in words. */
export function BindingText({ binding, parameters, factors }: BindingTextProps) {
  const t = useText(methodPlanTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const nameOf = (id: string | null | undefined) => {
    const parameter = parameters.find((one) => one.id === id);
    return parameter ? parameterName(parameter, locale) : (id ?? '');
  };
  const factorText = () => {
    const { table, row } = binding;
    const found = factors.find((one) => one.table === table && one.row === row);
    return t('binding.factor', {
      table: found ? pick(found.tableTitle) : (table ?? ''),
      row: found ? pick(found.name) : (row ?? ''),
    });
  };
  switch (binding.kind) {
    case 'PARAMETER':
      return <span>{nameOf(binding.parameterId)}</span>;
    case 'OPENING':
      return <span>{t('binding.opening', { parameter: nameOf(binding.parameterId) })}</span>;
    case 'COMBINATION':
      return (
        <span>
          {(binding.terms ?? [])
            .map(({ sign, parameterId }) => `${sign === '-' ? '−' : '+'} ${nameOf(parameterId)}`)
            .join(' ')}
        </span>
      );
    case 'CONSTANT':
      return (
        <span>
          {`${binding.value ?? ''} ${formatUnit(binding.unit ?? '', locale)}`} · {pick(binding.origin)}
        </span>
      );
    case 'FACTOR':
      return <span>{factorText()}</span>;
  }
}
