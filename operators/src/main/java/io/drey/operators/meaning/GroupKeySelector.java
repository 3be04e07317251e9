// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

/** Selects keys that stand for the key groups of one max parallelism, a JSON number for each. */
@FunctionalInterface
public interface GroupKeySelector<T> extends JsonKeySelector<T> {}
