// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.meaning;

import org.apache.flink.api.java.functions.KeySelector;

/** Selects keys that are the texts of JSON values, and that tools show as these. */
@FunctionalInterface
public interface JsonKeySelector<T> extends KeySelector<T, String> {}
