import { createApp } from 'vue';
import CoffeeShop from './CoffeeShop.vue';

createApp(CoffeeShop).mount('#app');
