export * from './speeds.service.js';
