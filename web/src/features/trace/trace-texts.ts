import en from '@/locales/en/trace.json';
import zh from '@/locales/zh-CN/trace.json';
import { defineTexts } from '@/shared/i18n/text';

export const traceTexts = defineTexts(zh, en);
