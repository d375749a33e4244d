// What a page must not be, looked at from inside the browser. Every function answers sentences; none means good.
window.pageCheck = (() => {
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const chinese = /[一-鿿]/;
    const shown = (element) => element.checkVisibility({ visibilityProperty: true });
    const clip = (text) => text.trim().replace(/\s+/g, ' ').slice(0, 60);

    // Words that only the product itself can have put there; the switch of languages speaks the other one.
    const own = '.rail-link, .rail-title, .thumb, th, legend, label.label, .tab, .menu-item, .field-help, .empty';

    // Colours are judged when everything has come to rest.
    const rest = () => Promise.all(document.getAnimations().filter((motion) => motion.timeline === document.timeline && motion.effect?.getComputedTiming().iterations !== Infinity).map((motion) => motion.finished.catch(() => null)));

    async function accessibility(root) {
        await rest();
        const found = await axe.run(root ?? document, { runOnly: rules, resultTypes: ['violations'] });
        return found.violations.map((rule) => `${rule.id}: ${rule.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
    }

    function words() {
        const text = document.body.innerText;
        const titles = [...document.querySelectorAll('[title], [aria-label], [placeholder], [alt]')].filter(shown)
            .flatMap((element) => ['title', 'aria-label', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? '')).join('\n');
        const all = `${text}\n${titles}`;
        return [
            ...all.match(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi) ?? [],
            ...all.match(/\b[A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z]+)+\b/g) ?? [],
            ...all.match(/\b(?:undefined|NaN|0001-01-01|\d{4}-\d\d-\d\dT\d\d)\b|\{\d\}|\[object/g) ?? [],
        ].map((word) => `shows '${word}'`);
    }

    function shape() {
        const problems = [];
        const wide = document.scrollingElement.scrollWidth - innerWidth;
        if (wide > 0) {
            const first = [...document.querySelectorAll('body *')].find((element) => element.getBoundingClientRect().right > innerWidth + 1 && shown(element));
            problems.push(`is ${wide} px too wide: ${first?.tagName} ${first?.className} '${clip(first?.textContent ?? '')}'`);
        }
        if (document.querySelectorAll('main h1').length !== 1) problems.push(`has ${document.querySelectorAll('main h1').length} first headings`);
        if (document.title.trim() === '') problems.push('has no title');
        return problems;
    }

    // On an English page: no word that the Chinese texts have, wherever it stands, and no Chinese at all in what only the product says.
    function language(known) {
        if (known === null) return [];
        if (!document.documentElement.lang.startsWith('en')) return ['is not in English'];
        const of = new Set(known);
        const foreign = (element) => element.closest('[lang]')?.lang.startsWith('en') !== true || element.closest('bdi, option, textarea');
        const leaves = [...document.querySelectorAll('body *')].filter((element) => element.children.length === 0 && !foreign(element));
        return [
            ...leaves.filter((element) => of.has(element.textContent.trim())),
            ...[...document.querySelectorAll(own)].filter((element) => shown(element) && !foreign(element) && chinese.test(element.textContent)
                && ![...element.querySelectorAll('[lang], bdi')].some((part) => chinese.test(part.textContent))),
        ].map((element) => `speaks Chinese in English: <${element.tagName.toLowerCase()} class="${element.className}"> ${clip(element.textContent)}`);
    }

    // Links with the state and the level in a tree that their row shows, so that each kind of record is opened once.
    function links() {
        return [...document.querySelectorAll('a[href]')].map((link) => [
            link.href,
            (link.closest('tr, .list-item')?.querySelector('.status')?.textContent.trim() ?? '') + (link.closest('[data-depth]')?.dataset.depth ?? ''),
        ]);
    }

    // Forms with something that must be filled in, by their place in the page.
    function demanding() {
        return [...document.forms].map((form, at) => [form, at])
            .filter(([form]) => form.method === 'post' && form.closest('main') && [...form.elements].some((field) => field.required))
            .map(([, at]) => at);
    }

    // Empties what must be filled in and sends the form past the browser's own check.
    function sendEmpty(at) {
        const form = document.forms[at];
        for (const field of [...form.elements].filter((element) => element.required)) {
            if (field.type === 'radio' || field.type === 'checkbox') form.querySelectorAll(`[name="${field.name}"]`).forEach((choice) => { choice.checked = false; });
            else if (field instanceof HTMLSelectElement) field.selectedIndex = -1;
            else field.value = '';
            field.closest('[data-lookup]')?.querySelectorAll('input').forEach((part) => { part.value = ''; });
        }
        HTMLFormElement.prototype.submit.call(form);
    }

    return { accessibility, words, shape, language, links, demanding, sendEmpty };
})();
