// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Enriches events from a table that does not change while a job runs. */
@NullMarked
package io.drey.operators.lookup;

import org.jspecify.annotations.NullMarked;
