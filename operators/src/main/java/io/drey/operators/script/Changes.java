package io.drey.operators.script;

/**
 * What an event has done to the number of a key's entries.
 *
 * @param grown by how many there are more, or fewer
 * @param hasPut whether any was put
 * @param hasRemoved whether any was removed
 */
record Changes(long grown, boolean hasPut, boolean hasRemoved) {}
