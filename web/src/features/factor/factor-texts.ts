import en from '@/locales/en/factors.json';
import zh from '@/locales/zh-CN/factors.json';
import { defineTexts } from '@/shared/i18n/text';

export const factorTexts = defineTexts(zh, en);
