// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The stateless steps that change fields: {@code set}, {@code select} and {@code drop-fields}. */
@NullMarked
package io.drey.jobs.step.fields;

import org.jspecify.annotations.NullMarked;
