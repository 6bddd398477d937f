import { lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useScopeOrNull } from '@/shared/api/use-scope';
import { type FigureRef, TraceContext } from '@/shared/ui/trace-context';

const TraceDrawer = lazy(async () => {
  const { TraceDrawer: component } = await import('@/features/trace/components/trace-drawer');
  return { default: component };
});

const PARAM = 'trace';

/** `<inventory id>~<figure id>`; the enterprise stands in the path already. */
function parseTrace(text: string | null, enterpriseId: string | undefined): FigureRef | null {
  const at = text?.indexOf('~') ?? -1;
  if (!text || at < 1 || !enterpriseId) return null;
  return { enterpriseId, inventoryId: text.slice(0, at), figureId: text.slice(at + 1) };
}

/** Holds which figure's trace is open in the address, so that a trace can be sent as a link and closed with Back. */
export function TraceProvider({ children }: { children: ReactNode }) {
  const [params, setParams] = useSearchParams();
  const scope = useScopeOrNull();
  const open = parseTrace(params.get(PARAM), scope?.enterpriseId);
  const openTrace = useCallback(
    ({ inventoryId, figureId }: FigureRef) => {
      setParams((current) => {
        const next = new URLSearchParams(current);
        next.set(PARAM, `${inventoryId}~${figureId}`);
        return next;
      });
    },
    [setParams],
  );
  const closeTrace = useCallback(() => {
    setParams((current) => {
      const next = new URLSearchParams(current);
      next.delete(PARAM);
      return next;
    });
  }, [setParams]);
  const control = useMemo(() => ({ openTrace, closeTrace }), [openTrace, closeTrace]);
  return (
    <TraceContext value={control}>
      {children}
      {open && (
        <Suspense fallback={null}>
          <TraceDrawer figure={open} onClose={closeTrace} />
        </Suspense>
      )}
    </TraceContext>
  );
}
