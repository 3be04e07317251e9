// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The types of measures, and their partial results, which are merged in any order. Users reach them
 * by {@link io.drey.operators.aggregate.Measure}.
 */
@NullMarked
package io.drey.operators.aggregate.measure;

import org.jspecify.annotations.NullMarked;
