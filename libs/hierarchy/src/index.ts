/**
 * Shortest ways in a large graph whose weights change often, pure: an order by nested dissection, the hierarchy of links
 * that it implies, customisation for a set of weights in milliseconds, and many-to-one questions in a fraction of one.
 * After Dibbelt, Strasser, Wagner, "Customizable Contraction Hierarchies" (2016). Weights are integers below NO_WAY.
 */
export * from './graph.js';
export * from './order.js';
export * from './separator.js';
export * from './hierarchy.js';
export * from './metric.js';
export * from './search.js';
export * from './shared-memory.js';
