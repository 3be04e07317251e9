// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The formats of sources, each a way to cut bytes into records and to read these. */
@NullMarked
package io.drey.jobs.source.format;

import org.jspecify.annotations.NullMarked;
