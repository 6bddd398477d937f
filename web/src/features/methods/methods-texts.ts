import en from '@/locales/en/methods.json';
import zh from '@/locales/zh-CN/methods.json';
import { defineTexts } from '@/shared/i18n/text';

export const methodsTexts = defineTexts(zh, en);
