import en from '@/locales/en/inventory.json';
import zh from '@/locales/zh-CN/inventory.json';
import { defineTexts } from '@/shared/i18n/text';

export const inventoryTexts = defineTexts(zh, en);
