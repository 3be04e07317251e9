// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What a release takes besides the program: manual pages and completions, from its commands. */
@NullMarked
package io.drey.distribution;

import org.jspecify.annotations.NullMarked;
