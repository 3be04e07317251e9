// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The sink that drops and counts events. */
@NullMarked
package io.drey.jobs.sink.discard;

import org.jspecify.annotations.NullMarked;
