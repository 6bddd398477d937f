import { Card, Skeleton } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useText } from '@/shared/i18n/use-locale';

const PATIENCE_MILLIS = 300;

/** Shows nothing for the first 300 ms, so that quick answers do not flicker. */
function AfterPatience({ children }: { children: ReactNode }) {
  const t = useText(sharedTexts);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), PATIENCE_MILLIS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-label={t('loading')} aria-busy="true">
      {late && children}
    </div>
  );
}

export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <AfterPatience>
      <Skeleton
        active
        title={false}
        paragraph={{ rows, width: Array.from({ length: rows }, () => '100%') }}
      />
    </AfterPatience>
  );
}

export function PageSkeleton() {
  return (
    <AfterPatience>
      <Skeleton
        active
        title={{ width: 220 }}
        paragraph={{ rows: 1, width: 380 }}
        style={{ marginBottom: 24 }}
      />
      <Card>
        <Skeleton active title={false} paragraph={{ rows: 10 }} />
      </Card>
    </AfterPatience>
  );
}

export function CardsSkeleton({ count = 4 }: { count?: number }) {
  return (
    <AfterPatience>
      <div style={{ display: 'grid', gridTemplateColumns: `repeat(${count}, 1fr)`, gap: 16 }}>
        {Array.from({ length: count }, (_, index) => (
          <Card key={index}>
            <Skeleton active title={{ width: '60%' }} paragraph={{ rows: 2 }} />
          </Card>
        ))}
      </div>
    </AfterPatience>
  );
}
