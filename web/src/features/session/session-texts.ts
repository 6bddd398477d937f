import en from '@/locales/en/session.json';
import zh from '@/locales/zh-CN/session.json';
import { defineTexts } from '@/shared/i18n/text';

export const sessionTexts = defineTexts(zh, en);
