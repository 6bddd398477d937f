import en from '@/locales/en/home.json';
import zh from '@/locales/zh-CN/home.json';
import { defineTexts } from '@/shared/i18n/text';

export const homeTexts = defineTexts(zh, en);
