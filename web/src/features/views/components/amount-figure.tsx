import { useScope } from '@/shared/api/use-scope';
import { Figure } from '@/shared/ui/figure';

interface AmountFigureProps {
  readonly value: string;
  readonly unit: string;
  readonly inventoryId: string;
  readonly figure?: string | null;
  readonly shownUnit?: 'shown' | 'hidden';
}

/** An amount of the view; opens the trace of its source where it has one. */
export function AmountFigure({ value, unit, inventoryId, figure, shownUnit = 'hidden' }: AmountFigureProps) {
  const { enterpriseId } = useScope();
  return (
    <Figure
      quantity={{ value, unit }}
      unit={shownUnit}
      trace={figure ? { enterpriseId, inventoryId, figureId: figure } : null}
    />
  );
}
