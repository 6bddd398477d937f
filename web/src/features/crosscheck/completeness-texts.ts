import en from '@/locales/en/completeness.json';
import zh from '@/locales/zh-CN/completeness.json';
import { defineTexts } from '@/shared/i18n/text';

export const completenessTexts = defineTexts(zh, en);
