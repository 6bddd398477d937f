import { Typography } from 'antd';
import { type ReactNode } from 'react';
import { useText } from '@/shared/i18n/use-locale';
import { LanguageSwitch } from '@/shared/ui/language-switch';
import { sessionTexts } from '../session-texts';
import './entrance.css';

interface EntranceProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** The frame of the pages before the frame: what this is on the left, one form on the right. */
export function Entrance({ title, text, children }: EntranceProps) {
  const t = useText(sessionTexts);
  return (
    <div className="th-entrance">
      <title>{title}</title>
      <aside className="th-entrance-about">
        <div className="th-entrance-brand">
          <img src="/favicon.svg" alt="" />
          <span>{t('brand')}</span>
        </div>
        <div>
          <h1>{t('about.title')}</h1>
          <ul>
            <li>{t('about.trace')}</li>
            <li>{t('about.keep')}</li>
            <li>{t('about.loop')}</li>
          </ul>
        </div>
        <LoopFigure />
      </aside>
      <main className="th-entrance-main">
        <div className="th-entrance-language">
          <LanguageSwitch />
        </div>
        <div className="th-entrance-form">
          <Typography.Title level={2} style={{ margin: 0, fontSize: 22 }}>
            {title}
          </Typography.Title>
          {text && <Typography.Paragraph type="secondary">{text}</Typography.Paragraph>}
          {children}
        </div>
      </main>
    </div>
  );
}

/** The guideline's loop as four words on a line. */
function LoopFigure() {
  const t = useText(sessionTexts);
  return (
    <ol className="th-entrance-loop">
      {(['plan', 'operate', 'check', 'improve'] as const).map((step) => (
        <li key={step}>{t(`about.${step}`)}</li>
      ))}
    </ol>
  );
}
