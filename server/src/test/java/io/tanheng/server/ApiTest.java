package io.tanheng.server;

import io.tanheng.server.foundation.approval.ApprovalSubjectFixture;
import io.tanheng.server.plan.organization.UnitUseFixture;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// A test that talks to the running server over HTTP, through [ApiFixture].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({ApiFixture.class, UnitUseFixture.class, ApprovalSubjectFixture.class})
public @interface ApiTest {}
