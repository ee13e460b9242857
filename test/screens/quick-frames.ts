/**
 * Frames come as fast as the browser draws them. With its flags (build/screens.config.ts) it waits for no display, but it
 * still takes a sixtieth of a second over a frame in which nothing changes; so each frame that is asked for changes one
 * point, where no test, rule or observer of the page looks.
 */
const MARK = 'quick-frames';

if (!document.querySelector(MARK)) {
  const host = document.createElement(MARK);
  const point = document.createElement('i');
  point.style.cssText = 'position: fixed; right: 0; bottom: 0; width: 1px; height: 1px; pointer-events: none';
  host.attachShadow({ mode: 'closed' }).append(point);
  document.documentElement.append(host);

  const ask = window.requestAnimationFrame.bind(window);
  let isDark = false;
  window.requestAnimationFrame = (draw) => {
    isDark = !isDark;
    point.style.background = `rgb(0 0 0 / ${isDark ? 2 : 1}%)`;
    return ask(draw);
  };
}
