/** The gallery: every state of every screen beside the window that shows it. */
import { createApp } from 'vue';
import '../shared/faces.css';
import '../shared/tokens.css';
import '../shared/base.css';
import GalleryPage from './GalleryPage.vue';

createApp(GalleryPage).mount('#gallery');
