/** The dictionary of readings, in a piece of its own: it is large and wanted by the first palette alone. */
export { customPinyin, pinyin } from 'pinyin-pro';
