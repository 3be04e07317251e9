// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

/**
 * How an event has changed the number of a key's entries.
 *
 * @param grown the change of the number of entries, negative if there are fewer
 * @param hasPut whether any was put
 * @param hasRemoved whether any was removed
 */
record Changes(long grown, boolean hasPut, boolean hasRemoved) {}
