// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The source of generated events, for demonstrations and load. */
@NullMarked
package io.drey.jobs.source.generate;

import org.jspecify.annotations.NullMarked;
