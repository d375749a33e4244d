import { startAppearance } from './appearance';
import { startClocks } from './clocks';
import { startColumns } from './columns';
import { startDialogs, startMenus } from './dialogs';
import { startForms } from './forms';
import { startKept } from './kept';
import { startKeyboard } from './keyboard';
import { startLists } from './lists';
import { startLookups } from './lookup';
import { startOrder } from './order';
import { startPalette } from './palette';
import { startPanel } from './panel';
import { startPhotos } from './photos';
import { htmx } from './requests';
import { startSignatures } from './signature';
import { startConnection, startCopy, startTabs } from './small';
import { startToasts } from './toasts';

// for the scripts of modules, which share this one
Object.assign(window, { htmx });
document.documentElement.dataset['script'] = '';
document.addEventListener('toast:shown', (event) => htmx.process((event as CustomEvent<HTMLElement>).detail));

// the question comes before the guard that shuts the form
startDialogs();
startForms();
startMenus();
startToasts();
startKept();
startPanel();
startPalette();
startKeyboard();
startAppearance();
startClocks();
startLists();
startColumns();
startOrder();
startLookups();
startPhotos();
startSignatures();
startCopy();
startConnection();
startTabs();
