/** The styles of every component of the pages, for the bundler: the components themselves are drawn on the server. */
import './holder.css';
import HolderDocument from './HolderDocument.vue';

export default HolderDocument;
