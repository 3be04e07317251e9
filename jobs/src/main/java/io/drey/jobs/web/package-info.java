// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Pages of this process for the browser of the same machine and user. */
@NullMarked
package io.drey.jobs.web;

import org.jspecify.annotations.NullMarked;
