// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The how-to pages, typed at a cluster on which a job runs. */
@NullMarked
package io.drey.state.howto;

import org.jspecify.annotations.NullMarked;
