/**
 * What the Node of Electron 25 lacks for the log's library: a place to trace to. Nobody listens there, so the stand-in
 * says just that. Must be imported before the library.
 */
import diagnostics from 'node:diagnostics_channel';

if (!('tracingChannel' in diagnostics)) {
  Object.assign(diagnostics, { tracingChannel: () => ({ hasSubscribers: false }) });
}
