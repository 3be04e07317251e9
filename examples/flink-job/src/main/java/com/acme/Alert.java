// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.time.Instant;

public record Alert(String user, int failures, Instant time) {}
