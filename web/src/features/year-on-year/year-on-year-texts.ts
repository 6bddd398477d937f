import en from '@/locales/en/year-on-year.json';
import zh from '@/locales/zh-CN/year-on-year.json';
import { defineTexts } from '@/shared/i18n/text';

export const yearOnYearTexts = defineTexts(zh, en);
